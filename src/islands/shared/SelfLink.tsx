import { selfLinkAttributes } from '../../model/self-link.ts';

interface Props {
  /** Id of the heading or item. */
  id: string;
  /** Its text, for the link's name. */
  text: string;
}

/** The link of a heading or item to itself; static pages draw it too. */
export function SelfLink({ id, text }: Props) {
  return <a {...selfLinkAttributes(id, text)}>#</a>;
}
