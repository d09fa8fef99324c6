import { useQuery } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import { useState } from "react";
import { JournalSupplierDocument, JournalSuppliersDocument } from "../../gql/graphql";

type JournalSupplierProps = { id: string | undefined; onChange: (id: string | undefined) => void };

/** The supplier the journal is narrowed to, found by part of its name. */
export function JournalSupplier({ id, onChange }: JournalSupplierProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState("");
  const { data, previousData } = useQuery(JournalSuppliersDocument, { variables: { search: search || null } });
  const { data: chosen } = useQuery(JournalSupplierDocument, { variables: { id: id ?? "" }, skip: !id });
  const found = (data ?? previousData)?.staffSuppliers.nodes ?? [];
  const own = id && chosen?.staffSupplier?.id === id ? [chosen.staffSupplier] : [];
  const names = new Map([...found, ...own].map(({ id: value, name }) => [value, name]));
  return (
    <Select
      label={t`服务商`}
      placeholder={t`全部`}
      searchable
      filter={({ options }) => options}
      onSearchChange={setSearch}
      nothingFoundMessage={t`没有这家服务商`}
      data={[...names].map(([value, label]) => ({ value, label }))}
      value={id ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      clearable
      clearButtonProps={{ "aria-label": t`清除` }}
    />
  );
}
