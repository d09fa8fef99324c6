import { PhotoPicker } from "@kaidan/web-kit/forms/PhotoPicker";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea } from "@mantine/core";
import type { NewInquiryPageQuery } from "../../gql/graphql";
import { AnswerRules } from "./AnswerRules";
import type { AskSearch, Way } from "./ask-search";
import { ContactOfInquiry } from "./ContactOfInquiry";
import css from "./Inquiries.module.css";
import { ItemsSubject } from "./ItemsSubject";
import { NeedSubject } from "./NeedSubject";
import { ProductSubject } from "./ProductSubject";
import { useInquiryForm } from "./useInquiryForm";

export type InquiryFormProps = {
  way: Way;
  product: NonNullable<NewInquiryPageQuery["product"]> | null;
  categories: NewInquiryPageQuery["categories"];
  search: AskSearch;
  /** What was kept was thrown away: the form begins anew. */
  onCleared: () => void;
};

/** What is wanted, how suppliers are to answer, and whom they will meet. */
export function InquiryForm({ categories, onCleared, ...about }: InquiryFormProps) {
  const { t } = useLingui();
  const { way, product } = about;
  const asking = useInquiryForm(about);
  const { form, submit, busy, alert } = asking;
  return (
    <form onSubmit={submit} noValidate className={css.items}>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      {asking.restored && (
        <p className={css.restored}>
          <Trans>已恢复上次没有发布的内容。</Trans>
          <Button
            variant="subtle"
            size="xs"
            onClick={() => {
              asking.forget();
              onCleared();
            }}
          >
            <Trans>清空重填</Trans>
          </Button>
        </p>
      )}
      <section className="card stack">
        {product && (
          <ProductSubject
            product={product}
            answers={asking.answers}
            onAnswers={asking.setAnswers}
            wanted={asking.wanted}
            onWanted={asking.setWanted}
          />
        )}
        {way === "items" && <ItemsSubject categories={categories} items={asking.items} onItems={asking.setItems} />}
        {way === "need" && (
          <NeedSubject
            form={form}
            categories={categories}
            categoryId={asking.categoryId}
            onCategory={asking.setCategoryId}
          />
        )}
        <Textarea
          label={way === "need" ? t`具体需求` : t`补充说明（选填）`}
          placeholder={t`现场情况、材料要求、时间安排……请不要留电话和地址`}
          rows={4}
          error={form.formState.errors.description?.message}
          {...form.register("description")}
        />
        <PhotoPicker purpose="INQUIRY" label={t`照片（选填）`} value={asking.photos} onChange={asking.setPhotos} />
      </section>
      <AnswerRules form={form} withoutAuction={way === "need"} />
      <ContactOfInquiry form={form} />
      <Button type="submit" size="md" fullWidth loading={busy}>
        <Trans>发布询价</Trans>
      </Button>
    </form>
  );
}
