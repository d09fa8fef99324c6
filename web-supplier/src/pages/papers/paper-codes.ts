/** The kinds of forms that are made out to suppliers: work for everybody, money for owners and bookkeepers. */
export const paperCodes = ["TICKET", "ACCEPTANCE", "ON_BEHALF_RECEIPT", "SETTLEMENT"] as const;
export type PaperCode = (typeof paperCodes)[number];

export const workCodes: readonly PaperCode[] = ["TICKET", "ACCEPTANCE"];
