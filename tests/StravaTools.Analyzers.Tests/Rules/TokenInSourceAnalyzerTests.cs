using StravaTools.Client.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.UsageSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class TokenInSourceAnalyzerTests
{
    private const string Tokens = """
        private const string Token = "83ebeabdec09f6670863766f792ead24d61fe3f9";

        public void M(HttpRequestMessage request)
        {
            _ = new StaticAccessToken([|"83ebeabdec09f667"|]);
            _ = new StaticAccessToken([|Token|]);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", [|"83ebeabdec09f667"|]);
            request.Headers.Authorization = new("Bearer", [|Token + "x"|]);
            request.Headers.Add("Authorization", [|"Bearer 83ebeabdec09f667"|]);
            http.DefaultRequestHeaders.TryAddWithoutValidation("authorization", [|$"Bearer {Token}"|]);
        }
        """;

    [Fact]
    public async Task A_token_in_source_is_reported() => Assert.Equal(6, (await Of<TokenInSourceAnalyzer>(Tokens).AssertAsync()).Count);

    [Fact]
    public async Task Token_read_at_run_time_is_accepted() => Assert.Empty(await Of<TokenInSourceAnalyzer>("""
        public void M(HttpRequestMessage request, string token)
        {
            _ = new StaticAccessToken(Environment.GetEnvironmentVariable("STRAVA_ACCESS_TOKEN"));
            _ = new StaticAccessToken(token);
            _ = new StaticAccessToken(null);
            _ = new StaticAccessToken(" ");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "dXNlcjpwYXNz");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer");
            request.Headers.Add("Authorization", "Bearer " + token);
            request.Headers.Add("Authorization", $"Bearer {token}");
            request.Headers.Add("Accept", "Bearer of good news");
            new Dictionary<string, string>().Add("Authorization", "Bearer x");
        }
        """).AssertAsync());

    [Fact]
    public async Task Fake_tokens_are_accepted()
    {
        const string Source =
            """public void M() { _ = new StaticAccessToken("fake-token"); """
                + """http.DefaultRequestHeaders.Authorization = new("Bearer", "Fake-x"); }""";
        Assert.Empty(await Of<TokenInSourceAnalyzer>(Source).AssertAsync());
        Assert.Empty(await Of<TokenInSourceAnalyzer>(Source).Option("stravatools_fake_token_prefixes", "test, fake-").AssertAsync());
        Assert.Single(
            await Of<TokenInSourceAnalyzer>("""public void M() => new StaticAccessToken([|"fake-token"|]);""")
            .Option("stravatools_fake_token_prefixes", "").AssertAsync());
    }
}
