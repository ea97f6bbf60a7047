/** Sent to the document when an island has come to life, and may have drawn its text anew. */
export const MOUNTED = 'island:mounted';
