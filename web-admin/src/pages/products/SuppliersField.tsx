import { useQuery } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { MultiSelect } from "@mantine/core";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { ComposerSuppliersDocument } from "../../gql/graphql";
import type { DraftForm } from "./useDraftForm";

/** The suppliers that may do a component, found by part of their name. */
export function SuppliersField({ form, index }: { form: DraftForm; index: number }) {
  const { t } = useLingui();
  const [search, setSearch] = useState("");
  const { data, previousData } = useQuery(ComposerSuppliersDocument, { variables: { search: search || null } });
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const found = (data ?? previousData)?.staffSuppliers.nodes ?? [];
  const names = new Map([...known, ...found.map(({ id, name }) => [id, name] as const)]);
  return (
    <Controller
      control={form.control}
      name={`components.${index}.supplierIds`}
      render={({ field }) => (
        <MultiSelect
          label={t`服务商`}
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          nothingFoundMessage={t`没有这家服务商`}
          data={[...names].map(([value, label]) => ({ value, label }))}
          value={field.value}
          onChange={(next) => {
            setKnown(names);
            field.onChange(next);
          }}
        />
      )}
    />
  );
}
