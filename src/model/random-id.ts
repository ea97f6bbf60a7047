/** 16 letters and digits, 80 bits at least: enough for ids that are never counted in one place. */
export function randomId(): string {
  // `crypto.randomUUID` is missing on plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
