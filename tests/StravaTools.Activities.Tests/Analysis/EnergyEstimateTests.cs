using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>The equations of the American College of Sports Medicine, worked out by hand.</summary>
public class EnergyEstimateTests
{
    [Fact]
    public void Running_10_km_in_an_hour_uses_773_5_kilocalories_at_70_kg()
    {
        // (3.5 ml/min x 60 min + 0.2 ml/m x 10,000 m) x 70 kg = 154,700 ml of oxygen, at 5 kcal per liter.
        Assert.Equal(773.5, EnergyEstimate.EstimateRun(10_000, TimeSpan.FromHours(1), 70), 1e-9);
    }

    [Fact]
    public void Walking_5_km_in_an_hour_uses_248_5_kilocalories_at_70_kg()
    {
        // (3.5 ml/min x 60 min + 0.1 ml/m x 5,000 m) x 70 kg = 49,700 ml of oxygen.
        Assert.Equal(248.5, EnergyEstimate.EstimateWalk(5_000, TimeSpan.FromHours(1), 70), 1e-9);
    }
}
