import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { PolicyFactsFragment } from "../../gql/graphql";
import css from "./Policies.module.css";
import { shownValue, typedValue } from "./policy-value";
import { policyWords } from "./policy-words";

type PolicyNumberProps = {
  policy: PolicyFactsFragment;
  busy: boolean;
  onChange: (value: string) => Promise<boolean>;
};

/** A number with its unit; what is beyond its limits is refused beside the field, naming them. */
export function PolicyNumber({ policy: { key, unit, value, preset, min, max }, busy, onChange }: PolicyNumberProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [text, setText] = useState(shownValue(value));
  const [tried, setTried] = useState(false);
  const { name, decides } = policyWords(i18n, key);
  const sign = unit === "FEN" ? t`元` : "%";
  const typed = typedValue(text);
  const least = shownValue(String(min));
  const most = shownValue(String(max));
  const usual = shownValue(preset);
  const fits = typed !== null && Number(typed) >= Number(min) && Number(typed) <= Number(max);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (typed !== null && fits) void onChange(typed);
      }}
    >
      <TextInput
        label={name}
        description={`${decides} ${t`预设 ${usual} ${sign}。`}`}
        inputMode="decimal"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rightSection={<span className="muted">{sign}</span>}
        inputContainer={(input) => (
          <span className={css.entry}>
            {input}
            <Button type="submit" variant="default" loading={busy} disabled={typed === value}>
              <Trans>保存</Trans>
            </Button>
          </span>
        )}
        error={tried && !fits ? t`请填 ${least} 至 ${most} 之间、最多两位小数的数` : undefined}
      />
    </form>
  );
}
