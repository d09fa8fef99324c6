import { useMe } from "@kaidan/web-kit/session/useMe";
import { ledgerKindWords, ledgerSideWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Button, Select, TextInput } from "@mantine/core";
import type { JournalSearch } from "../../features/ledger/PostingsLink";
import type { JournalChoicesQuery } from "../../gql/graphql";
import css from "./JournalFilters.module.css";
import { JournalSupplier } from "./JournalSupplier";
import { daysOf, monthOf } from "./periods";

type JournalFiltersProps = {
  search: JournalSearch;
  choices: JournalChoicesQuery;
  onChange: (part: JournalSearch) => void;
};

/** What the journal can be narrowed by; whoever came from a payment, a refund or a statement sees just its postings. */
export function JournalFilters({ search, choices, onChange }: JournalFiltersProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  const { account, side } = search;
  const clear = { clearable: true, clearButtonProps: { "aria-label": t`清除` } };
  return (
    <search className={css.filters} aria-label={t`筛选日记账`}>
      <Select
        label={t`科目`}
        placeholder={t`全部`}
        searchable
        data={choices.ledgerAccounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        value={account ?? null}
        onChange={(value) => onChange({ account: value ?? undefined, side: value ? side : undefined })}
        {...clear}
      />
      {account && (
        <Select
          label={t`方向`}
          placeholder={t`借方和贷方`}
          data={(["DEBIT", "CREDIT"] as const).map((value) => ({ value, label: i18n._(ledgerSideWords[value]) }))}
          value={side ?? null}
          onChange={(value) => onChange({ side: value === "DEBIT" || value === "CREDIT" ? value : undefined })}
          {...clear}
        />
      )}
      <Period search={search} months={choices.ledgerClosing.months} onChange={onChange} />
      <Kind kind={search.kind} onChange={onChange} />
      {can("suppliers.read") && (
        <JournalSupplier id={search.supplier} onChange={(supplier) => onChange({ supplier, statement: undefined })} />
      )}
      <TextInput
        key={search.order ?? ""}
        label={t`订单号`}
        placeholder={t`完整的订单号`}
        defaultValue={search.order ?? ""}
        onBlur={(event) => narrowTo(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && narrowTo(event.currentTarget.value)}
      />
      <Origin search={search} onChange={onChange} />
    </search>
  );

  function narrowTo(typed: string): void {
    const order = typed.trim().toUpperCase() || undefined;
    if (order !== search.order) onChange({ order });
  }
}

function Kind({ kind, onChange }: { kind: string | undefined; onChange: (part: JournalSearch) => void }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <Select
      label={t`事项`}
      placeholder={t`全部`}
      data={Object.keys(ledgerKindWords).map((value) => ({ value, label: i18n._(wordOf(ledgerKindWords, value)) }))}
      value={kind ?? null}
      onChange={(value) => onChange({ kind: value ?? undefined })}
      clearable
      clearButtonProps={{ "aria-label": t`清除` }}
    />
  );
}

type PeriodProps = Pick<JournalFiltersProps, "search" | "onChange"> & { months: readonly string[] };

/** A month, or days of one's own. */
function Period({ search: { from, until }, months, onChange }: PeriodProps) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`月份`}
        placeholder={t`全部`}
        data={[...months]}
        value={monthOf(from, until) ?? null}
        onChange={(month) => onChange(month ? daysOf(month) : { from: undefined, until: undefined })}
        clearable
        clearButtonProps={{ "aria-label": t`清除` }}
      />
      <TextInput
        type="date"
        label={t`从`}
        value={from ?? ""}
        max={until}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t`到`}
        value={until ?? ""}
        min={from}
        onChange={(event) => onChange({ until: event.currentTarget.value || undefined })}
      />
    </>
  );
}

/** Says what one came from, and lets it go. */
function Origin({
  search: { payment, refund, statement },
  onChange,
}: Pick<JournalFiltersProps, "search" | "onChange">) {
  const { t } = useLingui();
  const origin = payment
    ? t`只看一笔付款的分录`
    : refund
      ? t`只看一笔退款的分录`
      : statement && t`只看一张结算单的分录`;
  if (!origin) return null;
  return (
    <p className={css.origin}>
      {origin}
      <Button
        size="xs"
        variant="default"
        onClick={() => onChange({ payment: undefined, refund: undefined, statement: undefined })}
      >{t`不再限定`}</Button>
    </p>
  );
}
