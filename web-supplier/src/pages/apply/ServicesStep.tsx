import { useQuery } from "@apollo/client/react";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { useLingui } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { blankTerms, termsSchema } from "../../features/service/terms";
import { type ItemChoiceFragment, ServiceItemsDocument } from "../../gql/graphql";
import { useApplication } from "./application-context";
import { ItemPicker } from "./ItemPicker";
import { OfferedItem } from "./OfferedItem";
import { StepActions } from "./StepActions";
import { StepFrame } from "./StepFrame";
import css from "./Steps.module.css";
import { useStepForm } from "./useStepForm";

const schema = z.object({
  services: z
    .array(z.object({ itemId: z.string(), terms: termsSchema }))
    .min(1)
    .max(50),
});

/** Step 2: which items this supplier can do, how well, for how much, how many a day. */
export function ServicesStep() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(ServiceItemsDocument);
  return (
    <StepFrame step="services" lead={t`从平台的服务项目里选，写下您的价格；价格按单位计。`}>
      {data && <ServicesForm items={data.serviceItems} />}
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={3} />}
    </StepFrame>
  );
}

function ServicesForm({ items }: { items: readonly ItemChoiceFragment[] }) {
  const { application } = useApplication();
  const { form, submit, busy, alert, kept } = useStepForm({
    step: "services",
    schema,
    defaultValues: { services: offeredIn(application?.services ?? []) },
    part: ({ services }) => ({ services: services.map(({ itemId, terms }) => ({ itemId, ...terms })) }),
  });
  const services = useWatch({ control: form.control, name: "services" });
  const { errors, isSubmitted } = form.formState;
  const known = new Map(
    [...(application?.services ?? []).map(({ item }) => item), ...items].map((item) => [item.id, item]),
  );
  const set = (next: typeof services) => form.setValue("services", next, { shouldValidate: isSubmitted });
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <ItemPicker
        items={items}
        chosen={services.map(({ itemId }) => itemId)}
        error={errors.services?.root?.message ?? errors.services?.message}
        onAdd={(itemId) => set([...services, { itemId, terms: blankTerms }])}
      />
      {services.map(({ itemId, terms }, index) => (
        <OfferedItem
          key={itemId}
          item={known.get(itemId)}
          terms={terms}
          errors={errors.services?.[index]?.terms}
          onChange={(change) =>
            set(services.map((each, at) => (at === index ? { ...each, terms: { ...each.terms, ...change } } : each)))
          }
          onRemove={() => set(services.filter((each) => each.itemId !== itemId))}
        />
      ))}
      <StepActions step="services" busy={busy} alert={alert} kept={kept} />
    </form>
  );
}

type Offered = {
  item: { id: string };
  level: number;
  costPrice: string;
  salePrice: string;
  perDay: number;
  notes: string | null;
};

function offeredIn(services: readonly Offered[]) {
  return services.map(({ item, level, costPrice, salePrice, perDay, notes }) => ({
    itemId: item.id,
    terms: { level, costPrice, salePrice, perDay, notes: notes ?? "" },
  }));
}
