using StravaTools.Analyzers.Rules;
using StravaTools.Analyzers.Tests.Rules;
using StravaTools.Client.Analyzers.CodeFixes;
using StravaTools.Client.Analyzers.Rules;

namespace StravaTools.Analyzers.Tests.Harness;

/// <summary>An incorrect test fails: the harness compares in both directions and requires sources that compile.</summary>
public sealed class HarnessTests
{
    [Theory]
    [InlineData("public int Id(UploadStatus status) => (int)status.Id;")]
    [InlineData("public long Id(UploadStatus status) => [|status.Id|];")]
    [InlineData("public int Id(UploadStatus status) => (int)[|status.Id|];")]
    [InlineData("public int Id(UploadStatus status) => [|(int)status.Id|]; public int Missing() => Nowhere;")]
    public Task Wrong_marks_and_errors_of_the_compiler_fail(string body) =>
        Assert.ThrowsAnyAsync<InvalidOperationException>(() => UsageSources.Of<NarrowedIdAnalyzer>(body).AssertAsync());

    [Theory]
    [InlineData("room StravaTools.Client -> Nowhere")]
    [InlineData("[|room StravaTools.Client|]")]
    public Task Wrong_marks_in_other_files_fail(string rooms) =>
        Assert.ThrowsAnyAsync<InvalidOperationException>(
        () => HouseSources.Client<RoomsLineAnalyzer>(rooms).Source("class C;").AssertAsync());

    [Theory]
    [InlineData("\"image/png\"")]
    [InlineData("\"image/jpg\"")]
    public Task Different_fixed_source_fails(string fixedType) => Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
        UsageSources.Fix<PhotoContentTypeAnalyzer, PhotoContentTypeCodeFix>(Photo("[|\"image/png\"|]"), Photo(fixedType)).AssertAsync());

    private static string Photo(string type) =>
        $"public object Put(PhotoMetadata photo) => new HttpRequestMessage(HttpMethod.Put, photo.Uri) {{ Content = new StringContent(\"\", "
            + $"null, {type}) }};";
}
