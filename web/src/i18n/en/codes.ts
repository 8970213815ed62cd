import type zh from '../zh-CN/codes';

const codes: Record<keyof typeof zh, string> = {
  'demand.REFUND': 'Refund',
  'demand.EXCHANGE': 'Exchange',
  'demand.REPAIR': 'Repair',
  'demand.COMPENSATION': 'Compensation',
  'demand.REDO': 'Do it again',
  'demand.APOLOGY': 'Apology',
  'demand.OTHER': 'Other',
  'merchantType.SHOP': 'Shop',
  'merchantType.IN_PLATFORM': 'Shop on a platform',
  'merchantType.PLATFORM': 'E-commerce platform',
  'merchantType.SELF_SITE': 'Own website',
  'merchantType.ADVERTISER': 'Advertiser',
  'merchantType.ADVERTISING_AGENT': 'Advertising agent',
  'merchantType.AD_PUBLISHER': 'Publisher of advertisements',
  'field.NAME': 'name',
  'field.PHONE': 'phone',
  'field.ADDRESS': 'address',
  'field.ID_NUMBER': 'ID number',
  'field.EMAIL': 'e-mail',
  'goods.categoryCode': 'Class',
  'goods.brand': 'Brand',
  'goods.model': 'Model',
  'goods.batch': 'Batch',
  'goods.quantity': 'Quantity',
};

export default codes;
