import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Tooltip } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  CloneProductDocument,
  type ProductDetailsFragment,
  ReturnProductDocument,
  SubmitProductDocument,
  WithdrawProductDocument,
} from "../../gql/graphql";

type ReviewProps = {
  product: ProductDetailsFragment;
  /** Why handing in has to wait; undefined when it need not. */
  hindrance: string | undefined;
  onDone: () => void;
};

/** Copy, compare, hand in, take back, give back. */
export function ReviewActions({ product, hindrance, onDone }: ReviewProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [returning, setReturning] = useState(false);
  const once = useIdempotencyKey(`clone:${product.id}`);
  const submitting = useAct(SubmitProductDocument, (data) => data.submitProduct);
  const withdrawing = useAct(WithdrawProductDocument, (data) => data.withdrawProduct);
  const giving = useAct(ReturnProductDocument, (data) => data.returnProduct);
  const cloning = useAct(CloneProductDocument, (data) => data.cloneProduct);
  const may = (verb: string) => product.availableActions.includes(verb);
  const input = { productId: product.id, version: product.version };

  async function done(deed: Promise<unknown>, words: string): Promise<void> {
    if (await deed) toast.ok(words);
    setReturning(false);
    onDone();
  }
  async function copy(): Promise<void> {
    const made = await cloning.act({ input: { productId: product.id, idempotencyKey: once.key() } });
    once.answered();
    const clone = made?.product;
    if (!clone) return;
    toast.ok(t`已复制为新商品`);
    await navigate({ to: `/products/${clone.id}` });
  }
  return (
    <>
      {may("CLONE") && (
        <Button variant="default" loading={cloning.busy} onClick={() => void copy()}>
          <Trans>复制</Trans>
        </Button>
      )}
      {product.published && product.draft && (
        <Button variant="default" component={Link} to={`/products/${product.id}/diff`}>
          <Trans>对比</Trans>
        </Button>
      )}
      {may("WITHDRAW") && (
        <Button
          variant="default"
          loading={withdrawing.busy}
          onClick={() => void done(withdrawing.act({ input }), t`已撤回，可以继续修改`)}
        >
          <Trans>撤回</Trans>
        </Button>
      )}
      {may("RETURN") && (
        <Button variant="default" onClick={() => setReturning(true)}>
          <Trans>退回</Trans>
        </Button>
      )}
      {may("SUBMIT") && (
        <Tooltip label={hindrance} disabled={!hindrance}>
          <Button
            variant={may("PUBLISH") ? "default" : "filled"}
            aria-disabled={Boolean(hindrance)}
            data-disabled={hindrance ? true : undefined}
            loading={submitting.busy}
            onClick={() =>
              hindrance ? toast.info(hindrance) : void done(submitting.act({ input }), t`已提交，等待另一位同事审核`)
            }
          >
            <Trans>提交审核</Trans>
          </Button>
        </Tooltip>
      )}
      <ReasonDialog
        opened={returning}
        onClose={() => setReturning(false)}
        title={t`退回这一版？`}
        confirmLabel={t`退回`}
        busy={giving.busy}
        onConfirm={(reason) => void done(giving.act({ input: { ...input, reason } }), t`已退回`)}
      />
    </>
  );
}
