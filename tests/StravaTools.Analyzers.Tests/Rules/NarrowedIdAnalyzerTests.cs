using StravaTools.Client.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.UsageSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class NarrowedIdAnalyzerTests
{
    [Fact]
    public async Task Narrower_number_types_are_reported()
    {
        var reported = await Of<NarrowedIdAnalyzer>("""
            public void M(UploadStatus status, UploadResult result, StravaActivity activity)
            {
                int a = [|(int)status.Id|];
                double b = [|status.Id|];
                float c = [|activity.Id|];
                int? d = [|(int?)result.ActivityId|];
                int e = [|(int)result.ActivityId!.Value|];
                int f = [|(int)(result.ActivityId ?? 0)|];
                var id = status.Id;
                uint g = [|unchecked((uint)id)|];
                int h = [|Convert.ToInt32(activity.UploadId)|];
                int i = [|int.Parse(status.IdStr!)|];
                var ok = [|int.TryParse(result.IdStr, out var j)|];
                double k = [|Convert.ToDouble(result.DuplicateOfActivityId!.Value)|];
            }
            """.Replace("[|unchecked((uint)id)|]", "unchecked([|(uint)id|])", StringComparison.Ordinal)).AssertAsync();

        Assert.Equal(
            "UploadStatus.Id does not fit into int. Strava IDs have 64 bits; keep this ID as a long.", reported[0].GetMessage(null));
    }

    [Fact]
    public async Task Types_with_64_bits_and_other_ids_are_accepted() => Assert.Empty(await Of<NarrowedIdAnalyzer>("""
        public sealed class Key(UploadStatus status) { public override int GetHashCode() => (int)status.Id; }
        public sealed record Mine(long Id, long? ActivityId, string IdStr);

        public void M(UploadStatus status, StravaActivity activity, Mine mine, PhotoMetadata photo)
        {
            long a = status.Id;
            decimal b = status.Id;
            ulong c = (ulong)status.Id;
            object d = status.Id;
            string e = status.Id.ToString();
            int f = (int)mine.Id;
            int g = int.Parse(mine.IdStr);
            int h = (int)(status.Id ^ (status.Id >> 32));
            int i = status.Id.GetHashCode();
            int j = (int)activity.ElapsedTime!.Value;
            double k = activity.Distance ?? 0;
            int l = (int)photo.MaxSize!.Value;
            long m = long.Parse(status.IdStr!);
            long id = status.Id;
            id = 5;
            int n = (int)id;
            bool o = status.Id > 5.0m;
        }
        """).AssertAsync());
}
