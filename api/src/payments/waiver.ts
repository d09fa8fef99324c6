/** The answer to a proposed waiver: of which instalment, as it was seen. */
export interface DecideWaiver {
  readonly instalmentId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}
