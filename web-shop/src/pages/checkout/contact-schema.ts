import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import * as z from "zod/mini";

const phone = /^(\+?\d[\d -]{5,18}|\d{3,4}-\d{7,8})$/;

/** Who is met where. The phone number and the address go to a supplier only once it has accepted the work. */
export const contactSchema = z.object({
  contactName: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  contactPhone: z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.regex(phone, { error: () => i18n._(msg`请填写能联系到您的电话，例如 13812345678。`) }),
    ),
  address: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  note: z.string().check(z.trim(), z.maxLength(500)),
  /** YYYY-MM-DD; "" while no day is asked for. */
  serviceOn: z.string(),
});

export type Contact = z.infer<typeof contactSchema>;

export const emptyContact: Contact = { contactName: "", contactPhone: "", address: "", note: "", serviceOn: "" };
