/**
 * Locks an export with a passphrase, in the age format (age-encryption.org/v1), which other programs
 * read too. Heavy: loaded only when used.
 */
import { armor, Decrypter, Encrypter } from 'age-encryption';

const ARMOR_HEAD = '-----BEGIN AGE';

/** Locks a text. Takes about a second, on purpose: so does each guess. */
export async function lock(text: string, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/**
 * Opens a locked file.
 *
 * @returns the text; `undefined` when the passphrase is wrong or the file is damaged
 */
export async function unlock(bytes: Uint8Array, passphrase: string): Promise<string | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const head = new TextDecoder().decode(bytes.slice(0, ARMOR_HEAD.length));
    const file = head === ARMOR_HEAD ? armor.decode(new TextDecoder().decode(bytes)) : bytes;
    return await decrypter.decrypt(file, 'text');
  } catch {
    return undefined;
  }
}
