/** Something that readers may know by a name of old. */
export interface Named {
  readonly reference: string;
  /** References under which it was published before. */
  readonly was?: readonly string[] | undefined;
}

/** True when a reference that was kept is the name of this, now or once. */
export function isNamed({ reference, was = [] }: Named, kept: string): boolean {
  return reference === kept || was.includes(kept);
}
