namespace Bot.Adapters.Tests.WeCom;

/// <summary>A group message as an AI bot gets it, closed with the key of the tests.</summary>
internal static class Vectors
{
    public const string MixedTimestamp = "1717660800";
    public const string MixedNonce = "n0nce2";
    public const string MixedSignature = "4cca4c3126375a0fee36a7e17672126a9c7b783c";
    public const string Mixed =
        "jn1L23DB+6ELqJ+6bruv25ypZSq2uXc+rEyUgHAqmcs0rpaRKphP1vKTcDhw5lMWkV4rLJpaanZBcnZXwxuot0dE6TaQvlMNPwMd43psa0FhUZhYCNOeJprZ4v33RuRCNYg92fEAKqsDTQyiP0rZqlflumNKMxlvLyzPAVeREdwbjkzDuZuqwS4d12hfaxwE" +
        "Y8/f35K6v4hAS0XIfYPhgUzHu4PbxNSFT1Og/ZzM/q5oO5NXpDlHYFJqCF/gUAOixS65aFfQKA73evijrFcDXB+5VKOI/nc4dRpEW5EPfRUTA/dIXy4Cn9NAkLgNBsR4gqLZdE8TcP4ZaH1OizD8kmNGqqKiU9qS9HT71nUIxkcEdDuug5U4B6Y+CdC4TCty" +
        "gUD5DeiO9pfz8M0orWY8zRpnZSY7016GzlUXjG1AQX+eA9GZdHvotiUTEzykkZaVpfq3byus+rycFp/1PvRJbxYtBR39Kukt6jz/Yw4w4LGD6kwTebT0tRtHuv96Lq/k9/2bncQVKlr3wVol4UZrHDPb+P2jkjo61LxFqpuh8XFaUD6rED2WMA6+M+XalYk0" +
        "ujVCoy7X/XPUcJNc9AmDJQ==";
}
