/**
 * On the page of an old address: goes on to the new one, or to the very item that the address names.
 * A retired page stays, unless its item went elsewhere.
 */
import { addressAfterMove } from '../model/arrived-address.ts';

/** Replaces the address, so that the way back does not lead here. */
export function followMove(): void {
  const { movedTo, movedItems } = document.querySelector<HTMLElement>('#content')?.dataset ?? {};
  const items = JSON.parse(movedItems ?? '{}') as Record<string, string>;
  const target = addressAfterMove(movedTo, items, location);
  if (target !== undefined) location.replace(target);
}
