using StravaTools.Http.Authorization;

namespace StravaTools.Client.Tests.Authorization;

/// <summary>An application can be shown without its secret.</summary>
public sealed class OAuthApplicationTests
{
    [Fact]
    public void Text_contains_the_id_but_not_the_secret()
    {
        var application = new OAuthApplication
        {
            AuthorizeUri = new Uri("https://example.com/authorize"),
            TokenUri = new Uri("https://example.com/token"),
            ClientId = "12345",
            ClientSecret = "fake-secret",
        };

        Assert.Contains("12345", application.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("fake-secret", application.ToString(), StringComparison.Ordinal);
    }
}
