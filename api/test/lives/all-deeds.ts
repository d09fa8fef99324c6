import { cancel, hearAgain, payByBank, payByChannel, wait, work } from "./deeds.js";
import type { Deed } from "./life.js";
import { amend, collect, payByCash, refund, transferRefund, useCredit } from "./money-deeds.js";
import { settle } from "./settlement-deeds.js";

/** What may happen, each with how often of a hundred. */
export const deeds: readonly { readonly name: string; readonly weight: number; readonly deed: Deed }[] = [
  { name: "pays by channel", weight: 10, deed: payByChannel },
  { name: "pays by bank", weight: 8, deed: payByBank },
  { name: "pays by cash", weight: 5, deed: payByCash },
  { name: "uses credit", weight: 4, deed: useCredit },
  { name: "pays the supplier", weight: 4, deed: collect },
  { name: "hears again", weight: 5, deed: hearAgain },
  { name: "works", weight: 34, deed: work },
  { name: "is settled", weight: 8, deed: settle },
  { name: "is refunded", weight: 4, deed: refund },
  { name: "is refunded by bank", weight: 4, deed: transferRefund },
  { name: "is amended", weight: 5, deed: amend },
  { name: "waits", weight: 6, deed: wait },
  { name: "cancels", weight: 3, deed: cancel },
];
