import { useEffect, useRef, type MutableRef } from 'preact/hooks';

/**
 * Calls `act` with the digit pressed, 1 to 9, while the focus is in the question.
 *
 * @returns for an element of the question
 */
export function useDigits<E extends HTMLElement>(
  act: (digit: number) => void,
): MutableRef<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    const question = place.current?.closest<HTMLElement>('.question');
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      act(Number(event.key));
    };
    question?.addEventListener('keydown', onKey);
    return () => question?.removeEventListener('keydown', onKey);
  });
  return place;
}
