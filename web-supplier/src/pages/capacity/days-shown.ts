/** Four weeks: as far as most work is planned. */
export const DAYS_SHOWN = 28;
