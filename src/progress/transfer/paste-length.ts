/** Apart from what reads codes, which loads when it is asked for. */

/** A pasted text beyond this many characters is not looked through. */
export const PASTE_MAX_LENGTH = 4_000_000;
