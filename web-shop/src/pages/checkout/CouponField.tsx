import { wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import css from "./CheckoutPage.module.css";
import type { CouponPrice } from "./useCouponPrice";

/** A coupon's code, tried at once: the price shows what it takes off, or the field says why it does not count. */
export function CouponField({ coupon }: { coupon: CouponPrice }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [typed, setTyped] = useState(coupon.code);
  const tried = typed.trim() !== "" && typed.trim() === coupon.code;
  return (
    <div className={css.coupon}>
      <TextInput
        label={t`优惠券`}
        placeholder={t`输入优惠码`}
        autoComplete="off"
        autoCapitalize="characters"
        value={typed}
        error={tried && coupon.refusal ? wordsForError(i18n, coupon.refusal) : undefined}
        description={tried && coupon.counts ? t`已抵扣，见价格明细。` : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // The field lies within the order's form: Enter tries the code and orders nothing.
          event.preventDefault();
          coupon.setCode(typed.trim());
        }}
      />
      {tried ? (
        <Button
          variant="default"
          onClick={() => {
            setTyped("");
            coupon.setCode("");
          }}
        >
          <Trans>移除</Trans>
        </Button>
      ) : (
        <Button variant="default" disabled={typed.trim() === ""} onClick={() => coupon.setCode(typed.trim())}>
          <Trans>使用</Trans>
        </Button>
      )}
    </div>
  );
}
