import { useLazyQuery } from "@apollo/client/react";
import { RegionSelect } from "@kaidan/web-kit/forms/RegionSelect";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { describeFailure, wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormGrid } from "../../features/console/FormGrid";
import { type QuotedProductQuery, QuoteProductDocument, type QuoteProductInput } from "../../gql/graphql";
import type { Proposal } from "./ComposerProduct";

type Product = NonNullable<QuotedProductQuery["product"]>;
type WishesProps = {
  product: Product;
  customerId: string | null;
  onProposal: (regionCode: string, proposal: Proposal) => void;
};

/** Answers to the product's questions and what of it is wanted; suppliers are the platform's choice until edited. */
export function ProductWishes({ product, customerId, onProposal }: WishesProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [regionCode, setRegionCode] = useState(product.regions[0]?.code ?? "");
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(() => firstAnswers(product));
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => firstChoices(product));
  const [refused, setRefused] = useState<string>();
  const [propose, { loading }] = useLazyQuery(QuoteProductDocument, { fetchPolicy: "no-cache" });

  async function fill(): Promise<void> {
    setRefused(undefined);
    const input = wishesOf(product, { regionCode, customerId, answers, selected });
    const { data, error } = await propose({ variables: { input } });
    if (error) return toast.refused(describeFailure(i18n, error));
    const { proposal, userErrors } = data?.quoteProduct ?? { userErrors: [] };
    const [first] = userErrors;
    if (first) setRefused(namedRefusal(product, first.field, wordsForError(i18n, first)));
    else if (proposal) onProposal(regionCode, proposal);
  }

  return (
    <>
      <FormGrid>
        <RegionSelect value={regionCode} onChange={setRegionCode} regions={product.regions} />
        {product.inputs.map((question) => (
          <AnswerField
            key={question.code}
            question={question}
            value={answers[question.code] ?? ""}
            onChange={(value) => setAnswers((old) => ({ ...old, [question.code]: value }))}
          />
        ))}
      </FormGrid>
      {product.components.some(({ required }) => !required) && (
        <Checkbox.Group label={t`包含`} value={[...selected]} onChange={(ids) => setSelected(new Set(ids))}>
          {product.components.map(({ id, required, item }) => (
            <Checkbox key={id} value={id} label={item.name} disabled={required} mt="xs" />
          ))}
        </Checkbox.Group>
      )}
      {refused && (
        <Alert color="red" role="alert">
          {refused}
        </Alert>
      )}
      <div>
        <Button loading={loading} disabled={regionCode === ""} onClick={() => void fill()}>
          <Trans>带入明细</Trans>
        </Button>
      </div>
    </>
  );
}

type Question = Product["inputs"][number];

function AnswerField({ question, value, onChange }: AnswerProps) {
  const { label, kind, unit, required, options, hint } = question;
  if (kind === "CHOICE") {
    return (
      <NativeSelect
        label={label}
        value={value}
        data={required ? [...options] : ["", ...options]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      label={unit ? `${label}（${unit}）` : label}
      type={kind === "DATE" ? "date" : "text"}
      inputMode={kind === "NUMBER" ? "decimal" : "text"}
      placeholder={hint ?? ""}
      required={required}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
type AnswerProps = { question: Question; value: string; onChange: (value: string) => void };

const firstAnswers = (product: Product): Record<string, string> =>
  Object.fromEntries(
    product.inputs.flatMap(({ code, kind, required, options }) =>
      kind === "CHOICE" && required ? [[code, options[0] ?? ""]] : [],
    ),
  );

const firstChoices = (product: Product): Set<string> =>
  new Set(product.components.flatMap((part) => (part.required || part.selectedByDefault ? [part.id] : [])));

type Told = {
  regionCode: string;
  customerId: string | null;
  answers: Readonly<Record<string, string>>;
  selected: ReadonlySet<string>;
};

function wishesOf(product: Product, { regionCode, customerId, answers, selected }: Told): QuoteProductInput {
  const inputs = product.inputs
    .map(({ code }) => ({ code, value: (answers[code] ?? "").trim() }))
    .filter(({ value }) => value !== "");
  const choices = product.components.map(({ id }) => ({
    componentId: id,
    selected: selected.has(id),
    supplierId: null,
  }));
  return { productId: product.id, regionCode, customerId, inputs, choices };
}

/** A refusal that is about one question names it as staff know it. */
function namedRefusal(product: Product, field: string | null | undefined, words: string): string {
  const code = field?.startsWith("inputs.") ? field.slice("inputs.".length) : undefined;
  const question = product.inputs.find((each) => each.code === code);
  return question ? `${question.label}：${words}` : words;
}
