import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { FormFieldset } from "../../features/console/FormGrid";
import { Columns } from "../../features/console/Section";
import { StaleNotice } from "../../features/console/StaleNotice";
import type { CategoryChoiceFragment, ComposerItemFragment, ProductDetailsFragment } from "../../gql/graphql";
import { BasicsSection } from "./BasicsSection";
import { ComponentsSection } from "./ComponentsSection";
import { ComposerActions } from "./ComposerActions";
import { GroupsSection } from "./GroupsSection";
import { PicturesSection } from "./PicturesSection";
import { PlanSection } from "./PlanSection";
import { PublishPanel } from "./PublishPanel";
import { QuestionsSection } from "./QuestionsSection";
import { ReviewNotice } from "./ReviewNotice";
import { SalesSection } from "./SalesSection";
import { useDraftForm } from "./useDraftForm";
import { VersionsPanel } from "./VersionsPanel";

type ComposerProps = {
  /** Without one a product is made. */
  product?: ProductDetailsFragment;
  categories: readonly CategoryChoiceFragment[];
  items: readonly ComposerItemFragment[];
  onSaved: (product: ProductDetailsFragment) => void;
  /** Asks for the newest copy after somebody else has changed it. */
  reload?: () => Promise<ProductDetailsFragment | null | undefined>;
};

/** The composer: sections at the left, what is still missing for publishing at the right. */
export function ProductComposer({ product, categories, items, onSaved, reload }: ComposerProps) {
  const { t } = useLingui();
  const { form, submit, busy, alert, held, stale, take } = useDraftForm({ product, onSaved });
  const dirty = form.formState.isDirty;
  const editable = !held || held.availableActions.includes("EDIT");
  async function takeNewest(): Promise<void> {
    const newest = await reload?.();
    if (newest) take(newest);
  }
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader
        title={held?.title ?? t`新建商品`}
        back="/products"
        aside={held && <StatusTag of="ProductState" state={held.state} />}
        actions={<ComposerActions product={held} dirty={dirty} busy={busy} onChanged={() => void takeNewest()} />}
      >
        {held ? <HeadLine product={held} dirty={dirty} /> : <Trans>先保存草稿，再预览和发布。</Trans>}
      </PageHeader>
      <div className="stack">
        {held?.draft && (
          <ReviewNotice draft={held.draft} compare={held.published ? `/products/${held.id}/diff` : null} />
        )}
        {stale && <StaleNotice onReload={takeNewest} />}
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Columns
          main={
            <FormFieldset disabled={!editable}>
              <BasicsSection form={form} categories={categories} slugFixed={Boolean(held?.published)} />
              <PicturesSection form={form} />
              <QuestionsSection form={form} />
              <ComponentsSection form={form} items={withHeldItems(items, held)} />
              <GroupsSection form={form} />
              <PlanSection form={form} />
              <SalesSection form={form} />
            </FormFieldset>
          }
          side={
            <>
              <PublishPanel form={form} product={held} />
              {held && <VersionsPanel product={held} />}
            </>
          }
        />
      </div>
      <LeaveGuard dirty={dirty} />
    </form>
  );
}

function HeadLine({ product, dirty }: { product: ProductDetailsFragment; dirty: boolean }) {
  const sold = product.soldCount;
  return (
    <>
      <span className="mono">/{product.slug}</span> · <Trans>已售 {sold}</Trans>
      {dirty && (
        <>
          {" · "}
          <Trans>有未保存的修改</Trans>
        </>
      )}
    </>
  );
}

/** Items that were retired since stay selectable in the product that has them, so that nothing silently disappears. */
function withHeldItems(
  items: readonly ComposerItemFragment[],
  product: ProductDetailsFragment | undefined,
): ComposerItemFragment[] {
  const held = (product?.draft ?? product?.published)?.components.map(({ item }) => item) ?? [];
  const retired = held.filter(({ id }, index) => {
    const first = held.findIndex((other) => other.id === id) === index;
    return first && !items.some((item) => item.id === id);
  });
  return [...items, ...retired];
}
