using StravaTools.Client.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.UsageSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class UncheckedActivityIdAnalyzerTests
{
    [Fact]
    public async Task Unchecked_activity_id_is_reported()
    {
        var reported = await Of<UncheckedActivityIdAnalyzer>("""
            public async Task<long> Send(UploadRequest request)
            {
                var result = await uploader.SendAsync(request).ConfigureAwait(false);
                return [|result.ActivityId|]!.Value;
            }

            public async Task<string> Text(UploadRequest request)
            {
                var status = await client.UploadAsync(request);
                status = await client.WaitForUploadAsync(status);
                return $"https://www.strava.com/activities/{[|status.ActivityId|]}";
            }

            public async Task<long> Short(long id) => (long)[|(await client.GetUploadStatusAsync(id)).ActivityId|]!;
            public long Default(UploadStatus status) => [|client.ToResult(status).ActivityId|].GetValueOrDefault();
            """).AssertAsync();

        Assert.EndsWith("Check Outcome first.", reported[0].GetMessage(null), StringComparison.Ordinal);
        Assert.EndsWith("Check UploadResults.OutcomeOf(status) first.", reported[1].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_the_outcome_is_enough() => Assert.Empty(await Of<UncheckedActivityIdAnalyzer>("""
        public async Task<long> A(UploadRequest request)
        {
            var result = await uploader.SendAsync(request);
            return result.Outcome == UploadOutcome.Ready ? result.ActivityId!.Value : 0;
        }

        public async Task<long> B(UploadRequest request)
        {
            var result = await uploader.SendAsync(request);
            if (result is { Error: not null }) { throw new InvalidOperationException(); }
            return result.ActivityId!.Value;
        }

        public async Task<long> C(long id)
        {
            var status = await client.GetUploadStatusAsync(id);
            return UploadResults.OutcomeOf(status) switch { UploadOutcome.Ready => status.ActivityId!.Value, _ => 0 };
        }

        public async Task<long> D(long id)
        {
            var status = await client.GetUploadStatusAsync(id);
            return status.ActivityId is null ? 0 : status.ActivityId.Value;
        }

        public async Task<long> E(long id)
        {
            var status = await client.GetUploadStatusAsync(id);
            return status.ActivityId.HasValue ? status.ActivityId.Value : 0;
        }

        public async Task<string> F(long id)
        {
            var status = await client.GetUploadStatusAsync(id);
            ArgumentNullException.ThrowIfNull(status.ActivityId);
            return $"{status.ActivityId}";
        }
        """).AssertAsync());

    [Fact]
    public async Task Unchanged_ids_and_results_from_elsewhere_are_accepted() => Assert.Empty(await Of<UncheckedActivityIdAnalyzer>("""
        public sealed record Row(long? ActivityId);

        public async Task<Row> A(UploadRequest request) { var result = await uploader.SendAsync(request);
            return new Row(result.ActivityId); }
        public async Task<long> B(UploadRequest request) => (await uploader.SendAsync(request)).ActivityId
            ?? throw new InvalidOperationException();
        public async Task<string?> C(UploadRequest request) => (await uploader.SendAsync(request)).ActivityId?.ToString();
        public long D(UploadResult ready) => ready.ActivityId!.Value;
        public IEnumerable<long> E(IEnumerable<UploadResult> ready) => ready.Select(result => result.ActivityId!.Value);
        public string F(IEnumerable<UploadResult> ready) { foreach (var result in ready) { return $"{result.ActivityId}"; } return ""; }
        public async Task<long> G(UploadRequest request) { var result = await ReadyAsync(request); return result.ActivityId!.Value; }
        public long H(StravaTools.Client.Photos.PhotoResult photo) => photo.ActivityId!.Value;
        public async Task<string> J(UploadRequest request) { var status = await client.UploadAsync(request);
            return $"Upload {status.Id}, activity {status.ActivityId}"; }
        public string I(Row row) => $"{row.ActivityId}";

        private async Task<UploadResult> ReadyAsync(UploadRequest request)
        {
            var result = await uploader.SendAsync(request);
            return result.Outcome == UploadOutcome.Ready ? result : throw new InvalidOperationException();
        }
        """).AssertAsync());
}
