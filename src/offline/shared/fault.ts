/**
 * Why keeping broke off: `network`, nothing arrives; `changed`, the host has another edition meanwhile, or
 * alters files; `full`, the browser gives no more room; `stopped`, its reader stopped it.
 */
export type FaultKind = 'network' | 'changed' | 'full' | 'stopped';

export class OfflineFault extends Error {
  override readonly name = 'OfflineFault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, what: string) {
    super(`${kind}: ${what}`);
    this.kind = kind;
  }
}

/** The kind of what was thrown; what is unknown is taken for the network. */
export function faultKind(error: unknown): FaultKind {
  if (error instanceof OfflineFault) return error.kind;
  return (error as Error | undefined)?.name === 'QuotaExceededError' ? 'full' : 'network';
}
