import { ledgerKindWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Group, Select, TextInput } from "@mantine/core";

type Narrowing = { kind: string | undefined; day: string | undefined };
type JournalFiltersProps = Narrowing & { onChange: (part: Partial<Narrowing>) => void };

/** What the journal can be narrowed by; an account has a page of its own. */
export function JournalFilters({ kind, day, onChange }: JournalFiltersProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const kinds = Object.keys(ledgerKindWords).map((value) => ({
    value,
    label: i18n._(wordOf(ledgerKindWords, value)),
  }));
  return (
    <Group mb="md" align="end">
      <Select
        label={t`事项`}
        placeholder={t`全部`}
        data={kinds}
        value={kind ?? null}
        onChange={(value) => onChange({ kind: value ?? undefined })}
        clearable
        clearButtonProps={{ "aria-label": t`清除` }}
      />
      <TextInput
        type="date"
        label={t`日期`}
        value={day ?? ""}
        onChange={(event) => onChange({ day: event.currentTarget.value || undefined })}
      />
    </Group>
  );
}
