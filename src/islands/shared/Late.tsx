import { useEffect, useRef } from 'preact/hooks';
import './say-late.ts';

interface Props {
  /** What did not come or did not happen, a sentence. */
  what: string;
  /** True when the reader asked for it: then it is scrolled to. */
  isAsked?: boolean;
}

/** Says that something which loads later did not come, and why; drawn anew (`key`) it asks anew. */
export function Late({ what, isAsked = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    void late(current, what).then(() => isAsked && current?.scrollIntoView({ block: 'nearest' }));
  }, []);
  return <div ref={place} role="alert" />;
}
