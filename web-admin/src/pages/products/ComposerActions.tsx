import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Eye } from "lucide-react";
import { useState } from "react";
import { ArchiveProductDocument, type ProductDetailsFragment, PublishProductDocument } from "../../gql/graphql";
import { ReviewActions } from "./ReviewActions";

type ActionsProps = {
  product: ProductDetailsFragment | undefined;
  dirty: boolean;
  /** The draft is being saved. */
  busy: boolean;
  /** The product was published or archived, or the server knows something newer. */
  onChanged: () => void;
};

/** Save, preview, publish, archive. Publishing waits until everything is saved and every guard has passed. */
export function ComposerActions({ product, dirty, busy, onChanged }: ActionsProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"PUBLISH" | "ARCHIVE">();
  const publishing = useAct(PublishProductDocument, (data) => data.publishProduct);
  const archiving = useAct(ArchiveProductDocument, (data) => data.archiveProduct);
  const may = (verb: string) => product?.availableActions.includes(verb) ?? false;
  const hindrance = useHindrance(product, dirty);
  const number = product?.draft?.number;
  const title = product?.title ?? "";
  const onSale = product?.state === "PUBLISHED";

  async function decide(done: Promise<unknown>, words: string): Promise<void> {
    if (await done) toast.ok(words);
    setOpen(undefined);
    onChanged();
  }

  const input = { productId: product?.id ?? "", version: product?.version ?? 0 };
  return (
    <>
      {may("ARCHIVE") && (
        <Button variant="default" onClick={() => setOpen("ARCHIVE")}>
          {onSale ? <Trans>下架</Trans> : <Trans>归档</Trans>}
        </Button>
      )}
      {product && (
        <Button
          variant="default"
          component={Link}
          to={`/products/${product.id}/preview`}
          leftSection={<Eye size={16} strokeWidth={1.5} aria-hidden />}
        >
          <Trans>预览</Trans>
        </Button>
      )}
      {(!product || may("EDIT")) && (
        <Button
          type="submit"
          variant={dirty || !product ? "filled" : "default"}
          loading={busy}
          disabled={product !== undefined && !dirty}
        >
          <Trans>保存草稿</Trans>
        </Button>
      )}
      {product && <ReviewActions product={product} hindrance={hindrance} onDone={onChanged} />}
      {may("PUBLISH") && (
        <Tooltip label={hindrance} disabled={!hindrance}>
          <Button
            aria-disabled={Boolean(hindrance)}
            data-disabled={hindrance ? true : undefined}
            onClick={() => (hindrance ? toast.info(hindrance) : setOpen("PUBLISH"))}
          >
            <Trans>发布</Trans>
          </Button>
        </Tooltip>
      )}
      <ConfirmDialog
        opened={open === "PUBLISH"}
        onClose={() => setOpen(undefined)}
        title={t`发布 ${title} 第 ${number} 版？`}
        confirmLabel={t`发布`}
        busy={publishing.busy}
        onConfirm={() => void decide(publishing.act({ input }), t`已发布，商城立即可见`)}
      >
        <Trans>新订单按这一版计价和交付；已有订单保持下单时的内容。</Trans>
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === "ARCHIVE"}
        onClose={() => setOpen(undefined)}
        title={onSale ? t`下架 ${title}？` : t`归档 ${title}？`}
        confirmLabel={onSale ? t`下架` : t`归档`}
        danger
        busy={archiving.busy}
        onConfirm={() => void decide(archiving.act({ input }), onSale ? t`已下架` : t`已归档`)}
      >
        {onSale ? (
          <Trans>商城不再展示，也不能再下单；已有订单继续履约。</Trans>
        ) : (
          <Trans>草稿收起，不再出现在待办里；以后仍可以编辑和发布。</Trans>
        )}
      </ConfirmDialog>
    </>
  );
}

/** Why publishing has to wait; undefined when it need not. */
function useHindrance(product: ProductDetailsFragment | undefined, dirty: boolean): string | undefined {
  const { t } = useLingui();
  if (dirty) return t`请先保存草稿`;
  if (!product?.draft) return t`没有待发布的修改`;
  const missing = product.draft.guards.filter(({ passed }) => !passed).length;
  return missing > 0 ? t`还有 ${missing} 项发布条件未满足` : undefined;
}
