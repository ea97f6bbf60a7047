/** Tells a locked export from an open one without loading what opens it. */

const HEADS = ['age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----'];

/** True when a file begins as one in the age format does. */
export function isLocked(bytes: Uint8Array): boolean {
  return HEADS.some((head) =>
    [...head].every((character, index) => bytes[index] === character.charCodeAt(0)),
  );
}
