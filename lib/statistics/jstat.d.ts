declare module 'jstat' {
  const jStat: {
    normal: {
      /** Quantile of the normal distribution. */
      inv(probability: number, mean: number, deviation: number): number
    }
    studentt: {
      /** Quantile of Student's distribution; the degrees of freedom need not be whole. */
      inv(probability: number, freedom: number): number
    }
  }
  export default jStat
}
