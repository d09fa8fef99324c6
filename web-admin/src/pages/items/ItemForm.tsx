import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { Trans } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { FormFieldset, FormFooter } from "../../features/console/FormGrid";
import { StaleNotice } from "../../features/console/StaleNotice";
import { type CategoryChoiceFragment, type ItemDetailsFragment, SaveServiceItemDocument } from "../../gql/graphql";
import { ItemBasics } from "./ItemBasics";
import { emptyItem, itemSchema, itemValues } from "./item-schema";
import { MilestoneRows } from "./MilestoneRows";

type ItemFormProps = {
  /** Without one, a new item is made. */
  staffItem?: ItemDetailsFragment;
  categories: readonly CategoryChoiceFragment[];
  onSaved: (staffItem: ItemDetailsFragment) => void;
  /** Asks for the newest copy after somebody else has changed it. */
  reload?: () => Promise<ItemDetailsFragment | null | undefined>;
};

/** The item's editor. It keeps the version it was opened with, so nobody else's change is overwritten unseen. */
export function ItemForm({ staffItem, categories, onSaved, reload }: ItemFormProps) {
  const [held, setHeld] = useState(staffItem);
  const [stale, setStale] = useState(false);
  if (staffItem && held && held.item.version < staffItem.item.version && sameContent(held, staffItem)) {
    setHeld(staffItem);
  }
  const editable = !held || held.availableActions.includes("EDIT");
  const { form, submit, busy, alert } = useMutationForm({
    name: `save-item:${held?.item.id ?? "new"}`,
    schema: itemSchema,
    defaultValues: held ? itemValues(held) : emptyItem,
    document: SaveServiceItemDocument,
    variables: (values) => ({ input: { ...values, id: held?.item.id ?? null, version: held?.item.version ?? null } }),
    payload: (data) => data.saveServiceItem,
    onDone: ({ item }) => {
      if (!item) return;
      take(item);
      onSaved(item);
    },
    onRefused: ({ userErrors }) => {
      const outdated = userErrors.some(({ code }) => code === "STALE_VERSION");
      setStale(outdated);
      return outdated;
    },
  });

  function take(next: ItemDetailsFragment): void {
    setHeld(next);
    setStale(false);
    form.reset(itemValues(next));
  }

  return (
    <form onSubmit={submit} noValidate>
      <FormFieldset disabled={!editable}>
        {stale && (
          <StaleNotice
            onReload={async () => {
              const newest = await reload?.();
              if (newest) take(newest);
            }}
          />
        )}
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <ItemBasics form={form} categories={categories} />
        <MilestoneRows form={form} editable={editable} />
        {editable && (
          <FormFooter>
            <Button type="submit" loading={busy} disabled={held !== undefined && !form.formState.isDirty}>
              <Trans>保存</Trans>
            </Button>
          </FormFooter>
        )}
      </FormFieldset>
      <LeaveGuard dirty={form.formState.isDirty} />
    </form>
  );
}

/** A newer version with the same content, such as after activating, is no conflict with what is being typed. */
function sameContent(a: ItemDetailsFragment, b: ItemDetailsFragment): boolean {
  return JSON.stringify(itemValues(a)) === JSON.stringify(itemValues(b));
}
