/** The wordings the demo's contracts are made from; products and quotations name them by their codes. */
export const contractTexts = [
  {
    code: "RENOVATION",
    name: "家庭装修合同",
    title: "家庭装修服务合同",
    text: `甲方（客户）：{{customer.name}}　联系电话：{{customer.phone}}
乙方（平台）：开单服务平台（演示）
服务地址：{{customer.address}}（{{order.region}}）

甲乙双方就 {{order.placedOn}} 的订单 {{order.no}}「{{order.title}}」签订本合同，合同编号 {{contract.no}}。

# 一、服务内容与价格
建筑面积 {{inputs.AREA}}。乙方按下表提供服务，人工与辅材均已包含：

{{lines}}

合同总价 {{total}}（人民币{{totalInCapitals}}）。未经甲方书面同意，乙方不得增加费用；增减项目须另签补充协议。

# 二、付款
甲方按下表分期付款，每期对应的节点验收通过后再付：

{{plan}}

# 三、开工与工期
首期款到账且本合同核验通过后三日内开工。工作日 12:00 至 14:00、18:00 以后及节假日不做有噪声的施工。

# 四、验收与质保
各节点完工后由乙方申请、甲方验收；验收不合格的，乙方在七日内免费返工。基础施工质保两年，防水质保五年，自竣工验收之日起算。

# 五、违约责任
乙方无正当理由逾期完工的，每逾期一日向甲方支付合同总价的千分之一；甲方逾期付款的，工期相应顺延。

# 六、其他
甲方备注：{{order.note}}
本合同一式两份，双方各执一份，自双方签字或盖章并经平台核验之日起生效。争议由服务地址所在地人民法院管辖。

{{signatures}}`,
  },
  {
    code: "ADDENDUM",
    name: "补充协议",
    title: "补充协议",
    text: `甲方（客户）：{{customer.name}}　联系电话：{{customer.phone}}
乙方（平台）：开单服务平台（演示）

甲乙双方就合同 {{original.no}}（订单 {{order.no}}「{{order.title}}」，以下称原合同）签订本补充协议，编号 {{contract.no}}。

# 一、变更原因
{{original.cause}}

# 二、合同总价
原合同总价 {{original.total}}，变更为 {{total}}（人民币{{totalInCapitals}}）。变更后的服务内容如下：

{{lines}}

# 三、付款
变更后的付款计划如下，已付款项计入其中：

{{plan}}

# 四、其他
本补充协议是原合同的组成部分；未提及的事项仍按原合同执行。一式两份，双方各执一份，自双方签字或盖章并经平台核验之日起生效。

{{signatures}}`,
  },
] as const;
