using StravaTools.Client;
using StravaTools.Client.Analyzers.Usage;
using StravaTools.Http.Errors;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>The names of our packages that the rules use exist.</summary>
public sealed class UsageNamesTests
{
    [Theory]
    [InlineData(ClientNames.Client)]
    [InlineData(ClientNames.UploadApi, ClientNames.GetUploadStatus, ClientNames.WaitForUpload)]
    [InlineData(ClientNames.Errors, ClientNames.RateLimited)]
    [InlineData(ClientNames.Exception, "Error", "Code", "StatusCode")]
    [InlineData(ClientNames.ApiException, "Error", "Code", "StatusCode")]
    [InlineData(ClientNames.StaticAccessToken)]
    [InlineData(ClientNames.UploadStatus, "Id", "IdStr", "ActivityId", "Error", "Status")]
    [InlineData(ClientNames.UploadResult, "Id", "IdStr", "ActivityId", "DuplicateOfActivityId", "Outcome", "Error", "ErrorId", "Status")]
    [InlineData(ClientNames.UploadResults, ClientNames.OutcomeOf, ClientNames.ToResult)]
    [InlineData(ClientNames.PhotoMetadata, "Uri")]
    public void Client_has_the_names_that_the_rules_use(string type, params string[] members)
    {
        var found = typeof(StravaClient).Assembly.GetType(type) ?? typeof(ApiException).Assembly.GetType(type);
        Assert.NotNull(found);
        Assert.All(members, member => Assert.NotEmpty(found.GetMember(member)));
    }
}
