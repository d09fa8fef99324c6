import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { standsOf } from "../../features/ticket/milestones";
import type { TicketRowFragment } from "../../gql/graphql";
import css from "./MilestoneChoice.module.css";

type MilestoneChoiceProps = {
  ticket: TicketRowFragment;
  /** null for a note. */
  value: string | null;
  onChange: (code: string | null) => void;
};

/** What the report is about: a milestone that is still open or came back, or just a note in between. */
export function MilestoneChoice({ ticket, value, onChange }: MilestoneChoiceProps) {
  const { t } = useLingui();
  const name = useId();
  const open = standsOf(ticket).filter(({ stand }) => stand === "OPEN" || stand === "REJECTED");
  const choices = [
    ...open.map(({ code, name: label, minPhotos, stand }) => ({
      code,
      label,
      hint: stand === "REJECTED" ? t`被驳回，重新提交` : minPhotos > 0 ? t`至少 ${minPhotos} 张照片` : t`不要求照片`,
    })),
    { code: null, label: t`进度说明`, hint: t`不算完成节点，随时可以提交` },
  ];
  return (
    <fieldset className={css.choices}>
      <legend>
        <Trans>这次提交的是</Trans>
      </legend>
      {choices.map(({ code, label, hint }) => (
        <label key={code ?? "note"} className={css.choice}>
          <input type="radio" name={name} checked={value === code} onChange={() => onChange(code)} />
          <span>
            <strong>{label}</strong>
            <span className="muted small">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
