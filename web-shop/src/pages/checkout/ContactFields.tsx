import { Trans, useLingui } from "@lingui/react/macro";
import { Textarea, TextInput } from "@mantine/core";
import type { UseFormReturn } from "react-hook-form";
import css from "./CheckoutPage.module.css";
import type { Contact } from "./contact-schema";
import { LastContactButton } from "./LastContactButton";

type ContactFieldsProps = { form: UseFormReturn<Contact, unknown, Contact>; regionName: string; signedIn: boolean };

/** Who is met where. */
export function ContactFields({ form, regionName, signedIn }: ContactFieldsProps) {
  const { t } = useLingui();
  const { errors } = form.formState;
  return (
    <section className="card" aria-labelledby="contact">
      <div className={css.sectionHead}>
        <h2 id="contact">
          <Trans>联系人与地址</Trans>
        </h2>
        {signedIn && <LastContactButton onUse={(contact) => form.reset({ ...form.getValues(), ...contact })} />}
      </div>
      <div className={css.fields}>
        <TextInput
          label={t`联系人`}
          autoComplete="name"
          error={errors.contactName?.message}
          {...form.register("contactName")}
        />
        <TextInput
          label={t`联系电话`}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          error={errors.contactPhone?.message}
          {...form.register("contactPhone")}
        />
        <div className={css.city}>
          <span>{t`城市`}</span>
          <strong>{regionName}</strong>
        </div>
        <TextInput
          label={t`详细地址`}
          placeholder={t`街道、小区、楼栋、门牌号`}
          autoComplete="street-address"
          error={errors.address?.message}
          {...form.register("address")}
        />
        <Textarea
          className={css.wide}
          label={t`备注（选填）`}
          placeholder={t`例如：工作日 9 点后方便，上门前请电话联系`}
          rows={3}
          error={errors.note?.message}
          {...form.register("note")}
        />
      </div>
      <p className="muted small">
        <Trans>服务商接单后才会看到您的电话和地址。</Trans>
      </p>
    </section>
  );
}
