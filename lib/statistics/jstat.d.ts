declare module 'jstat' {
  const jStat: {
    normal: {
      /** Quantile of the normal distribution. */
      inv(probability: number, mean: number, deviation: number): number
    }
  }
  export default jStat
}
