import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Switch } from "@mantine/core";
import { useState } from "react";
import type { PolicyFactsFragment } from "../../gql/graphql";
import { policyWords } from "./policy-words";

type PolicySwitchProps = {
  policy: PolicyFactsFragment;
  busy: boolean;
  onChange: (value: string) => Promise<boolean>;
};

/** A rule that is on or off. Switching a guard off asks once more; switching it on does not. */
export function PolicySwitch({ policy: { key, value }, busy, onChange }: PolicySwitchProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [asking, setAsking] = useState(false);
  const { name, decides } = policyWords(i18n, key);
  const on = value === "on";
  return (
    <>
      <Switch
        label={name}
        description={decides}
        checked={on}
        disabled={busy}
        onChange={() => (on ? setAsking(true) : void onChange("on"))}
      />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`关闭“${name}”？`}
        confirmLabel={t`关闭`}
        busy={busy}
        onConfirm={() => void onChange("off").then(() => setAsking(false))}
      >
        <p>{t`关闭后一个人就能完成，少了第二个人的核对。这次修改会留下记录。`}</p>
      </ConfirmDialog>
    </>
  );
}
