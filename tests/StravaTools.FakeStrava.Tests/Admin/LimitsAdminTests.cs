using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin;

/// <summary>Rate limits and usage can be set while the fake runs.</summary>
public class LimitsAdminTests : AdminTest
{
    [Fact]
    public async Task Two_requests_left_means_that_the_third_fails()
    {
        await StartAsync();
        await AdminAsync(Put, "limits", """{"left":2}""");

        Reply[] replies = [await GetAsync("api/v3/athlete"), await GetAsync("api/v3/athlete"), await GetAsync("api/v3/athlete")];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], replies.Select(reply => reply.Status));
        Assert.Equal(["199,1", "200,2"], replies.Take(2).Select(reply => reply.Header("X-Ratelimit-Usage")));
    }

    [Fact]
    public async Task Limits_and_usage_can_be_changed_and_read()
    {
        await StartAsync();
        await AdminAsync(Put, "limits", """{"quarterHour":{"limit":400,"usage":10},"daily":{"usage":1999},"readDaily":{"limit":5000}}""");

        var athlete = await GetAsync("api/v3/athlete");
        var limits = (await AdminAsync(Get, "limits")).Json;

        Assert.Equal(("400,2000", "11,2000"), (athlete.Header("X-Ratelimit-Limit"), athlete.Header("X-Ratelimit-Usage")));
        Assert.Equal(2000, limits.GetProperty("daily").GetProperty("usage").GetInt32());
        Assert.Equal(5000, limits.GetProperty("readDaily").GetProperty("limit").GetInt32());
        Assert.True(limits.GetProperty("quarterHour").TryGetProperty("resetsAt", out _));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("api/v3/athlete")).Status);
    }

    [Fact]
    public async Task Deleting_the_limits_restores_those_of_the_start()
    {
        await StartAsync(new FakeStravaOptions { RateLimits = new FakeRateLimits(7, 70) });
        await AdminAsync(Put, "limits", """{"quarterHour":{"limit":1,"usage":1}}""");

        await AdminAsync(Delete, "limits");

        var athlete = await GetAsync("api/v3/athlete");
        Assert.Equal(("7,70", "1,1"), (athlete.Header("X-Ratelimit-Limit"), athlete.Header("X-Ratelimit-Usage")));
    }

    [Fact]
    public async Task Limits_can_be_set_in_CSharp()
    {
        await StartAsync();
        Server.RateLimits = new FakeRateLimits(300, 3000);
        Server.LeaveRequests(1);

        var last = await GetAsync("api/v3/athlete");

        Assert.Equal(("300,3000", "300,1"), (last.Header("X-Ratelimit-Limit"), last.Header("X-Ratelimit-Usage")));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("api/v3/athlete")).Status);
    }
}
