import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { inviteBlockerWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { type WholeStaffInquiryFragment, WidenInquiryDocument } from "../../gql/graphql";
import css from "./Inquiry.module.css";
import { Trace } from "./Invitations";

const day = 86_400_000;

/** Whom a further round could ask. Without a choice routing asks the next ones by itself. */
export function Candidates({ inquiry }: { inquiry: WholeStaffInquiryFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const now = useNow();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { act, busy } = useAct(WidenInquiryDocument, (data) => data.widenInquiry);
  const open = inquiry.candidates.filter(({ blockers }) => !blockers.includes("ALREADY_ASKED"));
  async function widen(): Promise<void> {
    const deadline = new Date(Math.max(Date.parse(inquiry.deadline), now) + day).toISOString();
    const input = { inquiryId: inquiry.id, version: inquiry.version, supplierIds: [...chosen], deadline };
    if (!(await act({ input }))) return;
    setChosen([]);
    toast.ok(t`已开始新一轮邀请，截止时间顺延一天`);
  }
  const count = chosen.length;
  return (
    <Section title={t`扩大邀请`}>
      {open.map(({ supplierId, supplier, blockers, score, trace }) => (
        <div key={supplierId} className={css.person}>
          <Checkbox
            label={supplier?.name}
            checked={chosen.includes(supplierId)}
            onChange={(event) =>
              setChosen(
                event.currentTarget.checked ? [...chosen, supplierId] : chosen.filter((one) => one !== supplierId),
              )
            }
          />
          <span className="muted small">
            {blockers.map((code) => i18n._(wordOf(inviteBlockerWords, code))).join("、")} {score.toFixed(1)}
          </span>
          <Trace parts={trace} />
        </div>
      ))}
      {open.length === 0 && (
        <p className="muted small">
          <Trans>没有其他能做的服务商了。</Trans>
        </p>
      )}
      <Button loading={busy} disabled={open.length === 0} onClick={() => void widen()}>
        {count > 0 ? t`邀请这 ${count} 家` : t`再邀请一轮`}
      </Button>
    </Section>
  );
}
