/** Tells an encrypted export from a plain one without loading the code that decrypts. */

/** How a file in the age format begins, binary or armoured. */
const HEADERS = ['age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----'];

/** True when a file begins as one in the age format does. */
export function isLocked(bytes: Uint8Array): boolean {
  return HEADERS.some((header) =>
    [...header].every((character, index) => bytes[index] === character.charCodeAt(0)),
  );
}
