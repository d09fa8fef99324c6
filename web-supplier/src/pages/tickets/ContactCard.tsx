import { CopyText } from "@kaidan/web-kit/ui/CopyText";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { MapPin, Phone, UserRound } from "lucide-react";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./ContactCard.module.css";

/** Where to go and whom to call; known from acceptance on. */
export function ContactCard({ ticket }: { ticket: TicketSheetFragment }) {
  const { t } = useLingui();
  const { contactName, contactPhone, address, region } = ticket;
  return (
    <section className={`card ${css.contact}`} aria-labelledby="contact">
      <h2 id="contact">
        <Trans>联系与地址</Trans>
      </h2>
      {contactName && (
        <p className={css.line}>
          <UserRound size={18} strokeWidth={1.5} aria-hidden />
          {contactName}
        </p>
      )}
      <p className={css.line}>
        <MapPin size={18} strokeWidth={1.5} aria-hidden />
        {address ? <CopyText text={`${region.name} ${address}`} label={t`地址`} /> : region.name}
      </p>
      {contactPhone ? (
        <Button
          component="a"
          href={`tel:${contactPhone}`}
          variant="default"
          leftSection={<Phone size={18} strokeWidth={1.5} aria-hidden />}
        >
          <Trans>打电话 {contactPhone}</Trans>
        </Button>
      ) : (
        <p className="muted small">
          <Trans>接单后显示联系人、电话和详细地址。</Trans>
        </p>
      )}
    </section>
  );
}
