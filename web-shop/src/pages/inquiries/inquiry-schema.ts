import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import * as z from "zod/mini";

/** What a customer types besides what the inquiry is about; the server checks everything again. */
export const inquirySchema = z.object({
  kind: z.enum(["PRICE", "BIDDING"]),
  title: z.string().check(z.trim(), z.maxLength(60)),
  description: z.string().check(z.trim(), z.maxLength(2_000)),
  regionCode: z.string().check(z.minLength(1, { error: () => i18n._(msg`请选择城市。`) })),
  desiredOn: z.string(),
  budget: z.string(),
  budgetShown: z.boolean(),
  visibility: z.enum(["SEALED", "OPEN", "REVERSE"]),
  decrement: z.string(),
  openHours: z.string(),
  minBids: z.string(),
  maxSuppliers: z.string(),
  contactName: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)),
  contactPhone: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
});
export type InquiryValues = z.infer<typeof inquirySchema>;

/** How long bids may be taken, in hours, as the form offers it. */
export const openHours = ["2", "24", "48", "72", "168"] as const;

export const emptyInquiry: InquiryValues = {
  kind: "PRICE",
  title: "",
  description: "",
  regionCode: "",
  desiredOn: "",
  budget: "",
  budgetShown: false,
  visibility: "SEALED",
  decrement: "",
  openHours: "48",
  minBids: "1",
  maxSuppliers: "8",
  contactName: "",
  contactPhone: "",
};
