import { inheritedNames, inheritedValues } from './inherited-names';

it.each([
  ['', []],
  ['filters[title][$eq]=constructor&sort=toString', []],
  ['filters[constructor][$eq]=1', ['filters[constructor]']],
  ['filters%5B__proto__%5D%5B%24eq%5D=1', ['filters[__proto__]']],
  ['a=1&constructor=2&filters[title][valueOf]=3', ['constructor', 'filters[title][valueOf]']],
  ['locale[hasOwnProperty]', ['locale[hasOwnProperty]']],
  ['filters[[constructor]]=1', []],
  ['%E0%A4%A[toString]=1', ['%E0%A4%A[toString]']],
])('%s: %j', (querystring, names) => {
  expect(inheritedNames(querystring)).toEqual(names);
});

it.each([
  ['', []],
  ['fields=title,code&sort=code:asc&populate=milestones', []],
  ['filters[title][$eq]=constructor', []],
  ['fields=title,constructor', ['fields=constructor']],
  ['fields[0]=title&fields[1]=toString', ['fields[1]=toString']],
  ['populate%5Bmilestones%5D%5Bfields%5D%5B0%5D=__proto__', ['populate[milestones][fields][0]=__proto__']],
  ['sort=valueOf:asc', ['sort=valueOf']],
  ['sort[]=title:asc,valueOf:desc', ['sort[]=valueOf']],
  ['populate=milestones.constructor', ['populate=constructor']],
])('in values, %s: %j', (querystring, names) => {
  expect(inheritedValues(querystring)).toEqual(names);
});
